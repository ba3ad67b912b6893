import type { Category } from '../../server/engine/category';

export const npsCsat: Category = {
  id: 'nps-csat',
  title: 'satisfaction answer',
  group: 'behaviour',
  special: false,
  grave: false,
  identifies: 'quasi',
  specific: [
    'nps score',
    'nps answer',
    'nps response',
    'nps comment',
    'csat score',
    'csat answer',
    'csat comment',
    'net promoter score',
    'survey answer',
    'survey response',
    'survey comment',
    'satisfaction score',
    'customer satisfaction',
    'umfrageantwort',
    'zufriedenheit',
    'reponse enquete',
    'reponse sondage',
    'respuesta encuesta',
  ],
  generic: ['nps', 'csat', 'rating', 'feedback', 'answer', 'review'],
  // Whom others rate.
  notOf:
    'doctor physician dentist therapist practitioner provider driver rider courier seller host teacher tutor trainer coach instructor freelancer worker barber stylist lawyer agent guide creator author'.split(
      ' ',
    ),
  not: ['admin answer', 'agent answer', 'assistant answer', 'code review', 'performance rating', 'feedback form'],
  examples: {
    yes: ['npsScore', 'customer.csat', 'survey_answer', 'respondent.answers', 'surveyResponse'],
    no: ['npm', 'nps', 'rating', 'Product.rating', 'ops', 'npsScoreLabel', 'answer', 'adminAnswer', 'codeReview'],
  },
};
