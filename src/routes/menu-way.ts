import type { Component } from 'svelte';

/** Something that a menu offers, or that stands as a button or a link where there is room: to be done, or to be gone to. */
export type MenuWay = { readonly icon: Component; readonly label: string } & (
  | { readonly href: string }
  | { readonly href?: undefined; readonly act: () => void; readonly pressed?: boolean }
);
