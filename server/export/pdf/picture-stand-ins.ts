/** What the compiler reads instead of pictures, whose pixels it would decode and keep: an SVG of their shape. */
import type { Image } from '#core/photos/image.ts';

/** In pixels. */
export type Shape = Pick<Image, 'width' | 'height'>;

const XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const shaped = ({ width, height }: Shape, content: string): Uint8Array =>
  Buffer.from(
    `<svg ${XMLNS} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`,
  );

const imageElement = ({ width, height }: Shape, address: string, attributes = ''): string =>
  `<image width="${width}" height="${height}" ${attributes}xlink:href="${address}"/>`;

/** For a PDF: it holds the picture at an address beside it, as it was given. */
export const pictureHolder = (shape: Shape, address: string): Uint8Array =>
  shaped(shape, imageElement(shape, address));

/** Nothing else on a page is of this colour, which ends with the index of the picture. */
const COLOUR = '#e7';
const DRAWN =
  /<path d="M0,0 L[\d.]+,0 L[\d.]+,[\d.]+ L0,[\d.]+ Z" fill="#e7([\da-f]{4})" (transform="[^"]+")\/>/gu;

/** For pages that are only looked at: the picture at an index among all. */
export function pictureRectangle(shape: Shape, index: number): Uint8Array {
  const fill = `${COLOUR}${index.toString(16).padStart(4, '0')}`;
  return shaped(shape, `<path fill="${fill}" d="M0 0H${shape.width}V${shape.height}H0Z"/>`);
}

/** A page that was drawn with rectangles, each picture in its place as it was given; null for one that is gone. */
export const withPictures = (page: string, pictureAt: (index: number) => Image | null): string =>
  page.replace(DRAWN, (_, index: string, place: string) => {
    const image = pictureAt(Number.parseInt(index, 16));
    if (!image) return '';
    const address = `data:${image.mediaType};base64,${Buffer.from(image.bytes).toString('base64')}`;
    return imageElement(image, address, `preserveAspectRatio="none" ${place} `);
  });
