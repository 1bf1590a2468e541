/** Sample actes for the tests of the server and of the exports. */
export * from '#core/actes/sample-actes.test-support.ts';
export { hostileActes } from '#core/actes/hostile-actes.test-support.ts';
