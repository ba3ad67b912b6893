import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { textNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'TelegramBot', classes: { TelegramBot: 'bot', Telegraf: 'bot', Bot: 'bot', Telegram: 'bot' } });

/** A bot answers the person it speaks with; which chat it is does not show in the call. */
export const nodeTelegramBotApi: Model = {
  id: 'node-telegram-bot-api',
  title: 'Telegram bots',
  kind: 'messaging',
  vendor: 'Telegram',
  hosts: ['api.telegram.org'],
  packages: ['node-telegram-bot-api', 'telegraf', 'grammy'],
  exports: api.exports,
  types: {
    ...api.types,
    bot: {
      members: {
        ...each(['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText'], sends(['1', '2'], textNecessary('1'))),
        telegram: 'bot',
        api: 'bot',
        launch: {},
        // The bot itself.
        getMe: {},
      },
    },
  },
  source: 'node-telegram-bot-api 0.66, telegraf 4 and grammY 1 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import { Telegraf } from 'telegraf';\nconst bot = new Telegraf('token');",
        'await bot.telegram.sendMessage(patient.id, patient.diagnosis); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import TelegramBot from 'node-telegram-bot-api';\nconst bot = new TelegramBot('token');",
        'await bot.sendMessage(user.id, `Hello ${user.fullName}`);',
      ),
    ],
  },
};
