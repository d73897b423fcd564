/** Two windows of a desktop's height: rows are there before they are reached. */
const margin = '1500px';

type OnChange = (near: boolean, height: number) => void;

const changes = new WeakMap<Element, OnChange>();
let observer: IntersectionObserver | undefined;

/**
 * Tells whether an element is in the window or near it, now and whenever that changes, with its height in pixels then.
 * Returns what ends it. One observer watches all elements.
 */
export function watchNearness(element: Element, onChange: OnChange): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries)
        changes.get(target)?.(isIntersecting, boundingClientRect.height);
    },
    { rootMargin: margin },
  );
  const watching = observer;
  changes.set(element, onChange);
  watching.observe(element);
  return () => {
    watching.unobserve(element);
    changes.delete(element);
  };
}
