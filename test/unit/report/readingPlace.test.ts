import assert from 'node:assert/strict';
import { ReadingPlace, type ScrollArea } from '../../../src/report/readingPlace';

/** A page in a window of 400 pixels; positions are clamped as in a browser. */
class Page implements ScrollArea {
  scrollTop = 0;
  height = 0;
  isAnchored = true;

  setAnchoring(isOn: boolean): void {
    this.isAnchored = isOn;
  }

  /** Something above the visible content grows. */
  growAbove(pixels: number): void {
    this.height += pixels;
    if (this.isAnchored) this.scrollTop += pixels;
  }

  scrollTo(top: number): void {
    this.scrollTop = Math.max(0, Math.min(top, this.height - 400));
  }
}

describe('the position of the reader', () => {
  let page: Page;
  let place: ReadingPlace;

  beforeEach(() => {
    page = new Page();
    place = new ReadingPlace(page, 825);
  });

  function grow(height: number): void {
    page.height = height;
    place.laidOut();
  }

  it('is restored when the page reaches its full height after the first drawing', () => {
    grow(1166);
    assert.equal(page.scrollTop, 766);
    grow(1300);
    assert.equal(page.scrollTop, 825);
  });

  it('stays remembered while the page is too short for it', () => {
    grow(1166);
    assert.equal(place.scrollTop, 825);
    grow(1300);
    assert.equal(place.scrollTop, 825);
  });

  it('is the top of another report, until the reader moves', () => {
    grow(2000);
    place.taken();
    page.scrollTo(1486);
    place.toTop();
    grow(3000);
    assert.equal(page.scrollTop, 0);
    page.growAbove(318);
    place.scrolled();
    place.laidOut();
    assert.equal(page.scrollTop, 0);
    place.taken();
    page.scrollTo(500);
    place.laidOut();
    assert.equal(page.scrollTop, 500);
  });

  it('is held when something above grows and the browser scrolls with the content below', () => {
    grow(2000);
    page.growAbove(318);
    // The browser reports the scroll before the new height.
    place.scrolled();
    place.laidOut();
    assert.equal(page.scrollTop, 825);
    assert.equal(place.scrollTop, 825);
  });

  it('follows a reader who scrolls after it is restored', () => {
    grow(1300);
    page.scrollTo(100);
    place.scrolled();
    grow(2000);
    assert.equal(page.scrollTop, 100);
    assert.equal(place.scrollTop, 100);
    assert.ok(page.isAnchored, 'as in any page');
  });

  it('follows a reader who scrolls before it is restored', () => {
    grow(1166);
    place.taken();
    page.scrollTo(50);
    grow(2000);
    assert.equal(page.scrollTop, 50);
    assert.equal(place.scrollTop, 50);
  });

  it('follows a reader who is moved by a search or a screen reader', () => {
    grow(1166);
    place.scrolled();
    assert.equal(place.scrollTop, 825, 'its own scroll is not that of the reader');
    page.scrollTo(300);
    place.scrolled();
    grow(2000);
    assert.equal(page.scrollTop, 300);
  });

  it('tolerates fractions of a pixel, which browsers round', () => {
    place = new ReadingPlace(page, 500.4);
    page.scrollTo = (top) => {
      page.scrollTop = Math.floor(top);
    };
    place.laidOut();
    place.scrolled();
    assert.equal(place.scrollTop, 500.4);
  });
});
