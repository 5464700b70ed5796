/** Text stays sharp at this; 1 would be without loss. */
const QUALITY = 0.5;

/**
 * A screenshot as WebP: a tenth of the bytes of a PNG. The browser that takes it encodes it.
 * @param {import('playwright-core').Page} page
 * @param {{ x: number, y: number, width: number, height: number }} clip in points
 * @returns {Promise<Uint8Array>}
 */
export async function webpScreenshot(page, clip) {
  const png = await page.screenshot({ clip });
  const base64 = await page.evaluate(
    async ({ source, quality }) => {
      const bytes = Uint8Array.from(atob(source), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
      let text = '';
      for (const byte of new Uint8Array(await blob.arrayBuffer()))
        text += String.fromCharCode(byte);
      return btoa(text);
    },
    { source: png.toString('base64'), quality: QUALITY },
  );
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
