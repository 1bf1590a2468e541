/** The agenda that “Try with an example” pastes. */
export default `Meeting of the mutual aid committees, 26 November 2026

Theme: Keeping mutual aid alive among colleagues

1- Knowing the needs of colleagues: 1 h

Committees rarely meet the staff of small sites and the retired.

How do you find out about needs that are not voiced? Who tells you about them?

2- Welcoming newcomers: ½ h

One newcomer in two arrives in the middle of the year, far from family.

Which simple gestures counted in the first weeks?

What could be prepared together?

3- Working with associations: 30 min

How are your agreements with associations written, followed up and reviewed?

4- Help between neighbouring committees: 30 min

What have several committees done together? What made it possible?

5- Synthesis of the workshop for the plenary: 30 min
`;
