/** What the compiler reads instead of pictures, whose pixels it would decode and keep: an SVG of their shape. */
import type { Image } from '#core/photos/image.ts';
import type { PictureFiles } from '../../seminars/actes-export.port.ts';

export type Images = ReadonlyMap<string, Image>;

export type Rectangles = {
  readonly files: PictureFiles;
  /** A page that was drawn with them, each picture in its place. */
  restored(page: string): string;
};

const XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const shaped = ({ width, height }: Image, content: string): Uint8Array =>
  Buffer.from(
    `<svg ${XMLNS} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`,
  );

function imageElement({ width, height, mediaType, bytes }: Image, attributes = ''): string {
  const address = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  return `<image width="${width}" height="${height}" ${attributes}xlink:href="${address}"/>`;
}

/** For a PDF: each holds its picture as it was given. */
export const pictureHolders = (images: Images): PictureFiles =>
  new Map(Array.from(images, ([name, image]) => [name, shaped(image, imageElement(image))]));

/** Nothing else on a page is of this colour, which ends with the index of the picture. */
const COLOUR = '#e7';
const DRAWN =
  /<path d="M0,0 L[\d.]+,0 L[\d.]+,[\d.]+ L0,[\d.]+ Z" fill="#e7([\da-f]{4})" (transform="[^"]+")\/>/gu;

function rectangle(image: Image, index: number): Uint8Array {
  const fill = `${COLOUR}${index.toString(16).padStart(4, '0')}`;
  return shaped(image, `<path fill="${fill}" d="M0 0H${image.width}V${image.height}H0Z"/>`);
}

/** For pages that are only looked at: who looks gets the picture as it was given. */
export function pictureRectangles(images: Images): Rectangles {
  const all = [...images.values()];
  return {
    files: new Map(Array.from(images, ([name, image], index) => [name, rectangle(image, index)])),
    restored: (page) =>
      page.replace(DRAWN, (drawn, index: string, place: string) => {
        const image = all[Number.parseInt(index, 16)];
        return image ? imageElement(image, `preserveAspectRatio="none" ${place} `) : drawn;
      }),
  };
}
