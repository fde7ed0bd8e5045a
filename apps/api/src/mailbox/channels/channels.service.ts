import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../platform/database/database.js';
import { fieldInvalid, notFound, versionConflict } from '../../platform/problems/problem.js';
import { Channel } from './channel.entity.js';
import type { ChangeChannel, ChannelsQuery, ChannelView, CreateChannel } from './channels.dto.js';
import { DEFAULT_CHANNELS } from './default-channels.js';

/** The list of channels that the office keeps. */
@Injectable()
export class ChannelsService implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  /** A new installation starts with the national hotlines. Copies that start together write the same rows, so one of them wins. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.write(async (manager) => {
      if (await manager.existsBy(Channel, {})) return;
      const rows = DEFAULT_CHANNELS.map((channel, index) => ({
        ...channel,
        id: `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
        active: true,
        version: 1,
      }));
      await manager.createQueryBuilder().insert().into(Channel).values(rows).orIgnore().execute();
    });
  }

  /** Channels in the order in which they were added. */
  list({ includeInactive }: ChannelsQuery): Promise<ChannelView[]> {
    return this.database.read.find(Channel, {
      where: includeInactive ? {} : { active: true },
      order: { id: 'ASC' },
    });
  }

  /** A channel, in use or not; null when there is none. */
  find(id: string): Promise<Channel | null> {
    return this.database.read.findOneBy(Channel, { id });
  }

  /** A channel that may be chosen. @throws {Problem} 422 on `channelId` when there is none or it is not in use. */
  async require(id: string): Promise<Channel> {
    const channel = await this.find(id);
    if (!channel?.active) throw fieldInvalid('channelId', 'channel_unknown', '所选的渠道不存在或已停用，请重新选择。');
    return channel;
  }

  /** Adds a channel. */
  async create(input: CreateChannel): Promise<ChannelView> {
    const channel = { ...input, id: uuidv7(), active: true };
    await this.database.write((manager) => manager.insert(Channel, channel));
    return { ...channel, version: 1 };
  }

  /** Changes a channel or takes it out of use. @throws {Problem} 404, 409 for a stale version. */
  async change(id: string, { version, ...change }: ChangeChannel): Promise<ChannelView> {
    return this.database.write(async (manager) => {
      const channel = await manager.findOneBy(Channel, { id });
      if (!channel) throw notFound('这个渠道');
      const { affected } = await manager.update(Channel, { id, version }, change);
      if (!affected) throw versionConflict({ ...channel });
      return manager.findOneByOrFail(Channel, { id });
    });
  }
}
