/** The commands of the manifest. */
export const COMMANDS = [
  'apiSpend.getStarted',
  'apiSpend.compareModels',
  'apiSpend.compareWithBaseline',
  'apiSpend.pinModels',
  'apiSpend.openReport',
  'apiSpend.estimateFiles',
  'apiSpend.selectModel',
  'apiSpend.setScenario',
  'apiSpend.fillInTemplateValues',
  'apiSpend.copyEstimate',
  'apiSpend.toggleStatusBar',
  'apiSpend.showPriceSheet',
  'apiSpend.updatePrices',
  'apiSpend.useBundledPrices',
  'apiSpend.diagnose',
] as const;

export type CommandId = (typeof COMMANDS)[number];
