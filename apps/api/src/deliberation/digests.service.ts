import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { ArrangeDigest, ChangeDigest, CreateDigest, DigestChange, DigestVersionQuery } from './digests.dto.js';

const unwritten = () => new Error('not written yet');

/** Digests as the office builds them. One public method a use case. */
@Injectable()
export class DigestsService {
  /** Starts a digest. @returns its id. */
  async create(_actor: Actor, _input: CreateDigest): Promise<string> {
    throw unwritten();
  }
  async change(_actor: Actor, _id: string, _input: ChangeDigest): Promise<void> {
    throw unwritten();
  }
  async discard(_actor: Actor, _id: string, _input: DigestVersionQuery): Promise<void> {
    throw unwritten();
  }
  async arrange(_actor: Actor, _id: string, _input: ArrangeDigest): Promise<void> {
    throw unwritten();
  }
  async submit(_actor: Actor, _id: string, _input: DigestChange): Promise<void> {
    throw unwritten();
  }
  async recall(_actor: Actor, _id: string, _input: DigestChange): Promise<void> {
    throw unwritten();
  }
}
