import { dataLessons } from './data';
import type { Lesson } from './lesson';
import type { LessonPage } from './page';
import { anonymousPseudonymousHashed } from './pages/anonymous-pseudonymous-hashed';
import { empathyOrManipulation } from './pages/empathy-or-manipulation';
import { incidentFirst72Hours } from './pages/incident-first-72-hours';
import { limitsOfSentimentAndNps } from './pages/limits-of-sentiment-and-nps';
import { sixMonthReview } from './pages/six-month-review';
import { writingAPurpose } from './pages/writing-a-purpose';
import { peopleLessons } from './people';

export { declared } from './declared';
export { reasons } from './reasons';

/** Lessons by rule id; every rule has one. */
export const lessons: Record<string, Lesson> = { ...dataLessons, ...peopleLessons };

/** Lessons that belong to no single rule, in the order of the course. */
export const lessonPages: LessonPage[] = [
  writingAPurpose,
  anonymousPseudonymousHashed,
  empathyOrManipulation,
  limitsOfSentimentAndNps,
  sixMonthReview,
  incidentFirst72Hours,
];
