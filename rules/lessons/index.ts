import { dataLessons } from './data';
import type { Lesson } from './lesson';
import { peopleLessons } from './people';

export { reasons } from './reasons';

/** Lessons by rule id; every rule has one. */
export const lessons: Record<string, Lesson> = { ...dataLessons, ...peopleLessons };
