/** What the server says of a sitting, as pages read it. */
import type { Plan } from '#core/agenda/plan.ts';
import type { Group } from '#core/contributions/contribution.ts';
import type { WallContent } from '#core/contributions/wall.ts';
import type { SynthesisStanding } from '#core/synthesis/synthesis-standing.ts';
import type { Restitution } from '#core/restitution/restitution.ts';
import type { DotsView, FloorView, PhotoView, RoundView, SilenceView } from '#protocol/room-views.ts';
import type {
  ContributionView,
  DocumentNames,
  HelpView,
  Me,
  MessageView,
  Rapporteurs,
  SharedView,
  SittingHead,
  SittingState,
} from '#protocol/views.ts';
import { nothingYet } from './nothing-yet.ts';

export class ShownSitting {
  /** Whole and never changed in place: what follows a part of it follows all of it. */
  protected state = $state.raw<SittingState>(nothingYet());

  get head(): SittingHead {
    return this.state.head;
  }
  get plan(): Plan {
    return this.state.plan;
  }
  get join(): SittingState['join'] {
    return this.state.join;
  }
  get documents(): DocumentNames {
    return this.state.documents;
  }
  get me(): Me {
    return this.state.me;
  }
  get shared(): SharedView {
    return this.state.shared;
  }
  /** The sitting has a plan of its own. */
  get ownPlan(): boolean {
    return this.state.ownPlan;
  }
  /** What the régie says to this page, newest first. */
  get messages(): readonly MessageView[] {
    return this.state.messages;
  }
  get help(): HelpView | null {
    return this.state.help;
  }
  /** In a plenary: who presents which synthesis. */
  get rapporteurs(): Rapporteurs {
    return this.state.rapporteurs;
  }
  /** In a plenary: the slide that everybody sees; null when none is shown. */
  get restitution(): Restitution | null {
    return this.state.restitution;
  }
  get groups(): readonly Group[] {
    return this.state.groups;
  }
  get wall(): WallContent {
    return this.state.wall;
  }
  /** On screens: what was said and is shown there. */
  get screenTexts(): readonly ContributionView[] {
    return this.state.screenTexts;
  }
  get silence(): SilenceView | null {
    return this.state.silence;
  }
  get dots(): DotsView | null {
    return this.state.dots;
  }
  get floor(): FloorView {
    return this.state.floor;
  }
  get round(): RoundView | null {
    return this.state.round;
  }
  /** Where the atelier's synthesis stands. */
  get synthesis(): SynthesisStanding {
    return this.state.synthesis;
  }
  get photos(): readonly PhotoView[] {
    return this.state.photos;
  }
  /** Participants may write in the notes. */
  get notesOpen(): boolean {
    return this.state.notesOpen;
  }
  /** The atelier is over. */
  get closed(): boolean {
    return this.state.closed;
  }
  get connected(): number {
    return this.state.connected;
  }
  get participants(): number {
    return this.state.participants;
  }
  /** Newest first, those loaded. */
  get contributions(): readonly ContributionView[] {
    return this.state.contributions;
  }
  get contributionsCount(): number {
    return this.state.contributionsCount;
  }
  get allLoaded(): boolean {
    return this.state.olderBefore === null;
  }
}
