import { h } from './dom.js';

const loading = new Map();

/** A library that the sandbox serves, by the name under which it puts itself on the page. */
export function library(file, name) {
  if (globalThis[name]) return Promise.resolve(globalThis[name]);
  if (!loading.has(file)) loading.set(file, load(file, name));
  return loading.get(file);
}

function load(file, name) {
  return new Promise((resolve, reject) => {
    const src = `/lib/${file}.js`;
    const onload = () => resolve(globalThis[name]);
    document.head.append(h('script', { src, onload, onerror: () => reject(new Error(src)) }));
  });
}
