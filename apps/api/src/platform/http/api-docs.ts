import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of the running code. `apps/api/openapi.json` is a checked-in copy. */
export function createApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Lianxin API')
    .setDescription(
      'Members of a county CPPCC committee keep close ties with the public. Errors are RFC 9457 problem details.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** The document as it is checked in: JSON with an indent of two, and a line feed at the end. */
export function describeApi(app: NestFastifyApplication): string {
  return `${JSON.stringify(createApiDocument(app), null, 2)}\n`;
}

/** Serves the document at `/api/docs` (to read) and `/api/docs/openapi.json`. */
export function serveApiDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => createApiDocument(app), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    customSiteTitle: 'Lianxin API',
  });
}
