import type { Model } from '../../server/engine/model';

/** Reached by plain HTTP: there is no client library of the vendor for Node.js. */
export const surveymonkey: Model = {
  id: 'surveymonkey',
  title: 'SurveyMonkey',
  kind: 'survey',
  vendor: 'SurveyMonkey',
  hosts: ['api.surveymonkey.com', 'api.eu.surveymonkey.com'],
  packages: [],
  types: {},
  source: 'SurveyMonkey API 3 reference (from memory, 2026-11)',
  examples: { finds: [], silent: ["export const surveys = () => fetch('https://api.surveymonkey.com/v3/surveys');"] },
};
