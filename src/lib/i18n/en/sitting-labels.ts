/** What tells a sitting from its atelier's others when nobody gave it a label. */
export default { group: (place: number) => `group ${place}`, organiser: 'the organisers' };
