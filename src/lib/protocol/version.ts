/** Raised whenever a page of an earlier build could misread the server, or be misread by it. */
export const PROTOCOL_VERSION = 4;
