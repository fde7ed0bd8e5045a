import { AwsClient } from 'aws4fetch';
import { PHOTO_VARIANTS, type PhotoVariant } from '../photos.dto.js';
import { PhotoStore } from './photo-store.js';

/** Where an S3-compatible store is and how to get in. */
export interface S3Access {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keeps photos in one bucket of an S3-compatible store (path-style addresses, Signature Version 4). */
export class S3PhotoStore extends PhotoStore {
  private readonly client: AwsClient;

  constructor(private readonly access: S3Access) {
    super();
    const { accessKeyId, secretAccessKey, region } = access;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  }

  override async write(id: string, variant: PhotoVariant, bytes: Buffer): Promise<void> {
    await this.send('PUT', id, variant, bytes);
  }

  override async read(id: string, variant: PhotoVariant): Promise<Buffer | null> {
    const response = await this.send('GET', id, variant);
    return response ? Buffer.from(await response.arrayBuffer()) : null;
  }

  override async remove(id: string): Promise<void> {
    for (const variant of PHOTO_VARIANTS) await this.send('DELETE', id, variant);
  }

  /** @returns the response, or null for 404. @throws {Error} for any other refusal, with its status. */
  private async send(method: string, id: string, variant: PhotoVariant, bytes?: Buffer): Promise<Response | null> {
    const { endpoint, bucket } = this.access;
    const response = await this.client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}/photos/${id}-${variant}.jpg`, {
      method,
      ...(bytes && { body: new Uint8Array(bytes), headers: { 'content-type': 'image/jpeg' } }),
    });
    if (response.ok && method === 'GET') return response;
    await response.body?.cancel();
    if (response.ok) return response;
    if (response.status === 404 && method !== 'PUT') return null;
    throw new Error(`the S3 store refused ${method}: ${response.status}`);
  }
}
