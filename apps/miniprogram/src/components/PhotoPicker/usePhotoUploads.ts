import { LIMITS } from '@lianxin/shared';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestCancelled, sentenceOf } from '@/api/problem';
import { sendFile, type Upload } from '@/api/transport';
import type { Photo } from '@/api/types';

/** A photo that was chosen and is not with the server yet. */
export interface PendingPhoto {
  readonly key: string;
  /** Address on this device. */
  readonly localUrl: string;
  /** 0–100. */
  readonly percent: number;
  /** Why it did not get there; it can be tried again. */
  readonly failure?: string;
  /** Trying again cannot help, for example because the file is too large. */
  readonly hopeless?: boolean;
}

interface ChosenFile {
  readonly path: string;
  readonly size: number;
}

async function choosePhotos(count: number): Promise<readonly ChosenFile[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: ['album', 'camera'] });
    return tempFiles.slice(0, count).map((file) => ({ path: file.tempFilePath, size: file.size }));
  } catch {
    // Closed without choosing.
    return [];
  }
}

const TOO_LARGE = `照片不能超过 ${LIMITS.photoBytes / 1024 / 1024} MB，请换一张。`;
let nextKey = 0;

/**
 * Chooses photos and sends each to the server as soon as it is chosen.
 * @param photos those that the server has
 * @param onChange told the new list whenever one arrives or is removed
 */
export function usePhotoUploads(photos: readonly Photo[], onChange: (photos: readonly Photo[]) => void, max: number) {
  const [pending, setPending] = useState<readonly PendingPhoto[]>([]);
  const uploads = useRef(new Map<string, Upload<Photo>>());
  // Several photos may arrive between two renderings.
  const latest = useRef({ photos, onChange });
  latest.current = { photos, onChange };

  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const upload of running.values()) upload.cancel();
    };
  }, []);

  const amend = useCallback((key: string, change: Partial<PendingPhoto>) => {
    setPending((all) => all.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }, []);
  const drop = useCallback((key: string) => {
    uploads.current.delete(key);
    setPending((all) => all.filter((item) => item.key !== key));
  }, []);

  const upload = useCallback(
    async (key: string, localUrl: string) => {
      amend(key, { percent: 0, failure: undefined });
      const running = sendFile<Photo>('/api/v1/photos', localUrl, (percent) => amend(key, { percent }));
      uploads.current.set(key, running);
      try {
        const photo = await running.done;
        drop(key);
        const now = latest.current;
        now.photos = [...now.photos, photo];
        now.onChange(now.photos);
      } catch (error) {
        if (!(error instanceof RequestCancelled)) amend(key, { failure: sentenceOf(error) });
      }
    },
    [amend, drop],
  );

  const add = useCallback(async () => {
    const room = max - photos.length - pending.length;
    for (const file of await choosePhotos(room)) {
      nextKey += 1;
      const key = `photo-${nextKey}`;
      const tooLarge = file.size > LIMITS.photoBytes;
      const item: PendingPhoto = { key, localUrl: file.path, percent: 0 };
      setPending((all) => [...all, tooLarge ? { ...item, failure: TOO_LARGE, hopeless: true } : item]);
      if (!tooLarge) void upload(key, file.path);
    }
  }, [max, photos.length, pending.length, upload]);

  const retry = useCallback((item: PendingPhoto) => void upload(item.key, item.localUrl), [upload]);
  const cancel = useCallback(
    (item: PendingPhoto) => {
      uploads.current.get(item.key)?.cancel();
      drop(item.key);
    },
    [drop],
  );
  const remove = useCallback((photo: Photo) => {
    latest.current.onChange(latest.current.photos.filter((other) => other.id !== photo.id));
  }, []);

  return { pending, add, retry, cancel, remove, room: max - photos.length - pending.length };
}
