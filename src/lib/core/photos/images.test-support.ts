/** Small pictures of each format, 8 × 6 pixels, and what cameras write into such files. */
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

export const JPEG = bytes(
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAdEAABAwUBAAAAAAAAAAAAAAADAAQRAQIFEjEh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAH/xAAWEQEBAQAAAAAAAAAAAAAAAAARAAH/2gAMAwEAAhEDEQA/AK1ljXLbJuHRciU4i7agunWybppHtec4iIrusC//2Q==',
);
export const PNG = bytes(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAOUlEQVR4AYxMwQkAQAiSVrlZbpab6Wa5WW6Wih7hIyhRUBFFGwgcax+wvErGIFNhZoP/Llh81D4YAAAA//8Alo3aAAAABklEQVQDAGk6K+1xe9ANAAAAAElFTkSuQmCC',
);
export const WEBP = bytes(
  'UklGRloAAABXRUJQVlA4WAoAAAAAAAAABwAABQAAVlA4IDwAAACQAQCdASoIAAYAAsBMJZwC7ADWvEAA/QM7nnEav8vHdCBYffB3LS03d7el9FxZ+//vyZlAbB6MbsEAAAA=',
);
export const LOSSLESS_WEBP = bytes(
  'UklGRjYAAABXRUJQVlA4WAoAAAAAAAAABwAABQAAVlA4TBcAAAAvB0ABAA9wot2LdN8sc/4DDw//j+h/xAA=',
);

/** Words that a camera left, which nobody may find again. */
export const TELL_TALE = 'Vannes 47.6582 -2.7608 IMG_20261126 iPhone de Maelle';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Exif of one GPS entry and the words: a TIFF header, a directory that leads to the GPS one, and its latitude. */
export const GPS_EXIF = Buffer.concat([
  ascii('II*\0'),
  Buffer.from([8, 0, 0, 0, 1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]),
  Buffer.from([1, 0, 2, 0, 5, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0]),
  Buffer.from([47, 0, 0, 0, 1, 0, 0, 0, 39, 0, 0, 0, 1, 0, 0, 0]),
  ascii(TELL_TALE),
]);

const at = (whole: Uint8Array, place: number, ...put: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat([whole.subarray(0, place), ...put, whole.subarray(place)]));

/** A JPEG segment. */
export const segment = (marker: number, content: Uint8Array): Uint8Array => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
/** A PNG chunk; its checksum is of no weight to whoever leaves it out. */
export const chunk = (type: string, content: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content, Buffer.alloc(4)]);
};
const riff = (type: string, content: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
};

/** As a telephone saves it: Exif, XMP, a maker's segment, a comment, and a film behind the picture. */
export const jpegWithMetadata = (): Uint8Array =>
  at(
    new Uint8Array(Buffer.concat([JPEG, ascii(TELL_TALE)])),
    2,
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), GPS_EXIF])),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x>${TELL_TALE}</x>`)),
    segment(0xed, ascii(TELL_TALE)),
    segment(0xfe, ascii(TELL_TALE)),
  );

/** With every chunk that can hold words or a moment, and something behind the end. */
export const pngWithMetadata = (): Uint8Array =>
  at(
    new Uint8Array(Buffer.concat([PNG, ascii(TELL_TALE)])),
    33,
    chunk('eXIf', GPS_EXIF),
    ...['tEXt', 'iTXt', 'zTXt'].map((type) => chunk(type, ascii(`Comment\0${TELL_TALE}`))),
    chunk('tIME', Buffer.from([7, 234, 11, 26, 9, 0, 0])),
  );

/** With Exif and XMP, and the flags that announce them. */
export const webpWithMetadata = (): Uint8Array => {
  const more = [riff('EXIF', GPS_EXIF), riff('XMP ', ascii(TELL_TALE))];
  const whole = Buffer.concat([WEBP, ...more]);
  whole.writeUInt32LE(whole.length - 8, 4);
  whole[20] = 0x08 | 0x04;
  return new Uint8Array(whole);
};
