/** What reading an agenda points at: warnings, and why a line was not understood. */
export default {
  warning: {},
  reason: {},
};
