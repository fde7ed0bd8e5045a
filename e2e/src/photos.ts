import sharp from 'sharp';

/** A small photo of one colour, as a file to choose. Red and blue ones are for the stand-in's content check. */
export async function photoFile(
  name: string,
  colour: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: colour } });
  return { name, mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}
