import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';
import { bodySource, headersSource, ipSource, webTypes } from './shared/web-request';

const names = ['APIGatewayProxyEvent', 'APIGatewayProxyEventV2', 'APIGatewayEvent', 'LambdaFunctionURLEvent', 'ALBEvent'];

/** Events of HTTP triggers, known by the handler's annotation. */
export const awsLambda: Model = {
  id: 'aws-lambda',
  title: 'AWS Lambda events',
  kind: 'framework',
  packages: ['aws-lambda', '@types/aws-lambda'],
  exports: Object.fromEntries(names.map((name) => [name, 'Event'])),
  ambient: Object.fromEntries(names.map((name) => [name, 'Event'])),
  types: {
    Event: { construct: { returns: 'event' } },
    event: {
      members: { queryStringParameters: 'fields', pathParameters: 'fields', requestContext: 'context' },
      reads: { body: bodySource, headers: headersSource, multiValueHeaders: headersSource },
    },
    context: { members: { identity: 'identity', http: 'identity' } },
    identity: { reads: { sourceIp: ipSource, userAgent: { category: 'user-agent', words: 'the user agent' } } },
    ...webTypes,
  },
  source: '@types/aws-lambda 8, docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import type { APIGatewayProxyEvent } from 'aws-lambda';",
        'export const handler = async (event: APIGatewayProxyEvent) => {',
        "console.log('register', event.body); // ! pii-in-logs",
        '};',
      ),
    ],
    silent: [
      inHandler(
        "import type { APIGatewayProxyEvent } from 'aws-lambda';",
        'export const handler = async (event: APIGatewayProxyEvent) => {',
        "console.log('page', event.path);",
        '};',
      ),
    ],
  },
};
