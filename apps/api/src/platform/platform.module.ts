import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AbilityGuard } from './abilities/ability.guard.js';
import { AbilityRegistry } from './abilities/ability.registry.js';
import { Audit } from './audit/audit.js';
import { Clock } from './clock/clock.js';
import { openDataSources, type Schema } from './database/data-source.js';
import { Database } from './database/database.js';
import { HealthController } from './health/health.controller.js';
import { createValidationPipe } from './http/validation.pipe.js';
import { Housekeeping } from './jobs/housekeeping.js';
import { Jobs } from './jobs/jobs.js';
import { Journey } from './journey/journey.js';
import { loggingParams } from './logging/logging.js';
import { Dispatcher } from './outbox/dispatcher.js';
import { Outbox } from './outbox/outbox.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { RateLimits } from './rate-limit/rate-limits.js';
import { Settings } from './settings/settings.js';
import { Postings } from './text-index/postings.js';
import { TextDocuments } from './text-index/text-documents.js';
import { TextIndex } from './text-index/text-index.js';

/** Parts that tests and the demonstration data replace. */
export interface Replacements {
  readonly clock?: Clock;
}

const shared = [Outbox, Dispatcher, Jobs, Journey, Audit, RateLimits, TextIndex];

/** The foundation that every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  /** @param schema the tables of all features and their migrations. */
  static with(settings: Settings, schema: Schema, replacements: Replacements = {}): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, LoggerModule.forRoot(loggingParams(settings))],
      controllers: [HealthController],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: replacements.clock ?? new Clock() },
        {
          provide: Database,
          useFactory: async () => {
            const { reader, writer } = await openDataSources(settings, schema);
            return new Database(reader, writer);
          },
        },
        ...shared,
        AbilityRegistry,
        Housekeeping,
        Postings,
        TextDocuments,
        { provide: APP_GUARD, useClass: AbilityGuard },
        { provide: APP_PIPE, useFactory: createValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Settings, Clock, Database, ...shared, AbilityRegistry],
    };
  }
}
