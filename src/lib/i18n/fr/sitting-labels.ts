/** What a sitting without a label is called among its atelier's others, and who acts from the régie. */
export default { group: (place: number) => `groupe ${place}`, organiser: 'l’organisation' };
