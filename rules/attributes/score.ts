import type { AttributeWords } from '../../server/engine/attributes';

export const scoreAttribute: AttributeWords = {
  class: 'score',
  categories: ['nps-csat'],
  specific: [
    'nps',
    'nps score',
    'csat',
    'csat score',
    'sentiment',
    'sentiment score',
    'avg sentiment',
    'average sentiment',
    'emotion score',
    'engagement score',
    'lead score',
    'toxicity',
    'toxicity score',
    'satisfaction score',
    'happiness score',
    'customer effort score',
    'net promoter score',
  ],
  generic: [],
  not: ['market sentiment', 'sentiment label', 'computed nps'],
  examples: {
    yes: ['nps', 'survey.csat', 'leadScore', 'agent.avgSentiment', 'toxicityScore', 'sentimentScore'],
    no: ['score', 'npm', 'marketSentiment', 'testScore', 'ops'],
  },
};
