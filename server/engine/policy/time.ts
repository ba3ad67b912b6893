/** Days and times as a policy writes them. No clock: whoever asks says what day it is. */

const UNIT = String.raw`\d+\s*(?:hours?|h|days?|d|weeks?|w|months?|mo|years?|y)`;
const DURATION = new RegExp(String.raw`^(?:session|${UNIT}|until[\s-]+\S.*?(?:\s*\+\s*${UNIT})?)$`, 'i');

export const isDuration = (text: string): boolean => DURATION.test(text.trim());

export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The day a time after another: `after('2026-08-31', '6 months')` is 2027-02-28.
 * @returns undefined when the time is no plain number of days, weeks, months or years.
 */
export function after(day: string, time: string): string | undefined {
  const match = /^(\d+)\s*(d|day|w|week|mo|month|y|year)s?$/i.exec(time.trim());
  if (!match || !isDay(day)) return undefined;
  const count = Number(match[1]);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const unit = match[2]!.toLowerCase()[0] === 'm' ? 'm' : match[2]!.toLowerCase()[0];
  if (unit === 'd' || unit === 'w') return later(day, count * (unit === 'w' ? 7 : 1));
  const months = year * 12 + month - 1 + count * (unit === 'y' ? 12 : 1);
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return written(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)));
}

/** Days from one day to another, negative when it lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((dayNumber(to) - dayNumber(from)) / DAY);

const DAY = 86_400_000;
const dayNumber = (day: string): number =>
  Date.UTC(...(day.split('-').map((part, index) => Number(part) - (index === 1 ? 1 : 0)) as [number, number, number]));
const later = (day: string, days: number): string => new Date(dayNumber(day) + days * DAY).toISOString().slice(0, 10);
const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
