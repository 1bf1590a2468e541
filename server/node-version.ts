/** Which Node runs the server. This module imports nothing, so that it can speak before anything else is loaded. */

const WANTED_MAJOR = 24;

/** One sentence when this version cannot run the server, else null. */
export const cureForNode = (version: string): string | null =>
  Number(version.replace(/^v/, '').split('.')[0]) === WANTED_MAJOR
    ? null
    : `Plénière runs on Node ${WANTED_MAJOR} and this is ${version}: start it with "npm start", which brings the right one.`;

/** Ends the process with a sentence when another Node runs it. */
export const requireNode = (): void => {
  const cure = cureForNode(process.version);
  if (cure === null) return;
  process.stderr.write(`${cure}\n`);
  process.exit(1);
};
