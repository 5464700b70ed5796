/** The team's file: in a workspace folder; for the terminal, found upwards from a text. */
export const TEAM_FILE_NAME = '.api-spend.json';
