/** In each unit test file: property tests run as many cases, from the seed, as property-seed.ts says. */
import fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ ...fc.readConfigureGlobal(), ...inject('propertyTests') });
