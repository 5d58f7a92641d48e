/* Reads the screen with a voice that lives on the phone, only when asked. No voice of a service: what stands here never leaves the phone. */
(function () {
  'use strict';
  var speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) { return; }
  var BLOCKS = 'h1, h2, h3, h4, p, li, legend, label, button, a, summary, dt, dd, td, th, blockquote, div';
  /* Never what is typed, and nothing that stands on every screen. */
  var SILENT = '.toolbar, .way, .read-aloud, .saved, script, style, textarea, select, [aria-hidden=true], .visually-hidden';
  var parts = [];
  var at = 0;
  var spoken = null;

  function voice(language) {
    return speech.getVoices().filter(function (one) {
      return one.localService && one.lang.slice(0, 2).toLowerCase() === language.slice(0, 2).toLowerCase();
    })[0];
  }

  function buttons() { return document.querySelectorAll('.read-aloud button'); }

  function show() {
    var found = buttons();
    if (!found.length) { return; }
    var words = document.querySelector('.toolbar').dataset;
    found[0].textContent = spoken ? words.hush : parts.length ? words.goOn : words.read;
    found[1].hidden = !parts.length;
  }

  function pause() {
    spoken = null;
    speech.cancel();
    show();
  }

  function stop() {
    parts = [];
    at = 0;
    if (spoken || speech.speaking) { speech.cancel(); }
    spoken = null;
    show();
  }

  /* What is seen, in the order of the page, block by block and then by sentences: phones cut off a long one, and a pause goes on at a sentence. */
  function collect() {
    var walker = document.createTreeWalker(document.getElementById('daquestion'), NodeFilter.SHOW_TEXT, null);
    var blocks = [];
    var node = walker.nextNode();
    for (; node; node = walker.nextNode()) {
      var parent = node.parentNode;
      var text = node.textContent.replace(/\s+/g, ' ');
      if (!text.trim() || parent.closest(SILENT) || !parent.getClientRects().length) { continue; }
      var block = parent.closest(BLOCKS);
      var last = blocks[blocks.length - 1];
      if (last && last.block === block) { last.text += text; } else {
        blocks.push({ block: block, text: text, language: parent.closest('[lang]').lang });
      }
    }
    return blocks.reduce(function (found, one) {
      var own = voice(one.language);
      (own ? one.text.match(/[^.!?]+[.!?]*/g) || [] : []).forEach(function (text) { found.push({ text: text.trim(), voice: own }); });
      return found;
    }, []);
  }

  function speak() {
    if (at >= parts.length) { stop(); return; }
    var one = new window.SpeechSynthesisUtterance(parts[at].text);
    one.voice = parts[at].voice;
    one.lang = parts[at].voice.lang;
    one.onend = one.onerror = function () {
      if (one === spoken) { at += 1; speak(); }
    };
    spoken = one;
    speech.speak(one);
  }

  function press() {
    if (spoken) { pause(); return; }
    if (!parts.length) { parts = collect(); at = 0; }
    speak();
    show();
  }

  function add(place, action) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link';
    button.addEventListener('click', action);
    place.appendChild(button);
    return button;
  }

  /* Phones tell their voices late, some only after the page stands. */
  function offer() {
    var title = document.querySelector('#daquestion h1');
    if (!title || !document.querySelector('.toolbar')) { return; }
    var place = document.querySelector('.read-aloud');
    if (!voice(document.documentElement.lang)) {
      stop();
      if (place) { place.parentNode.removeChild(place); }
    } else if (!place) {
      place = document.createElement('p');
      place.className = 'read-aloud';
      add(place, press);
      add(place, stop).textContent = document.querySelector('.toolbar').dataset.stop;
      title.parentNode.insertBefore(place, title.nextSibling);
      show();
    }
  }

  function ready() {
    stop();
    offer();
  }

  window.addEventListener('pagehide', stop);
  document.addEventListener('visibilitychange', function () { if (document.hidden && spoken) { pause(); } });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape') { stop(); } });
  document.addEventListener('click', function (event) {
    if (event.target.closest && event.target.closest('[data-leave]')) { stop(); }
  }, true);
  if (speech.addEventListener) { speech.addEventListener('voiceschanged', offer); } else { speech.onvoiceschanged = offer; }
  document.addEventListener('DOMContentLoaded', function () {
    if (window.jQuery) { window.jQuery(document).on('daPageLoad', ready); }
    ready();
  });
}());
