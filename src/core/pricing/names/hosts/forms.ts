import { parseResource } from '../resourceNames';
import { isBedrockName } from './bedrock';
import { isFireworksName } from './fireworks';

/** Databricks writes its name before that of the weights that it serves. */
const DATABRICKS = /^databricks-/i;

/** Whether a name has the form of one host's ids, so that it is not the maker's name, nor another host's. */
export function isHostsForm(name: string): boolean {
  return (
    isBedrockName(name) ||
    isFireworksName(name) ||
    DATABRICKS.test(name) ||
    parseResource(name) !== undefined
  );
}
