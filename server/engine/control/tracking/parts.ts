/** What the questions about tracking, messages and refusals share. */
import type { Constants } from '../../flow/constants';
import type { Control } from '../guards/control';
import type { Frames } from '../frames';
import type { Guards } from '../guards/guards';
import type { Knowing } from '../guards/knowing';
import type { Predicates } from '../guards/predicates';
import type { Uses } from '../guards/uses';

export interface TrackingParts {
  control: Control;
  knowing: Knowing;
  predicates: Predicates;
  frames: Frames;
  uses: Uses;
  guards: Guards;
  silent: ReadonlySet<number>;
  /** Texts and numbers that a value may be, shared with the other rules. */
  constants(): Constants;
}
