/* The pages of a workshop: parts that are asked for again and again (the server says when), buttons that stay on the page, and arrow keys.
   Without this script every button works, and the board loads itself anew. */
(function () {
  'use strict';
  var OLD = 5000;
  var age = document.querySelector('[data-age]');
  var place = document.querySelector('[data-part]');
  var seen = Date.now();
  var tag = '';
  var seconds = 3;
  var timer = 0;
  var asking = 0;

  function again() {
    clearTimeout(timer);
    /* A little earlier or later each time, so that thirty phones do not ask at once. */
    timer = setTimeout(ask, seconds * 1000 * (0.9 + Math.random() * 0.2));
  }

  function fit() {
    var slides = place.querySelector('.slides');
    var foot = place.querySelector('footer');
    var size = 1;
    if (!slides || !foot || !document.body.classList.contains('wall')) { return; }
    slides.style.setProperty('--fit', size);
    /* Under 0.84 the stylesheet lets no letter become smaller. */
    while (size > 0.84 && tallest(slides) > foot.getBoundingClientRect().top) {
      size -= 0.04;
      slides.style.setProperty('--fit', size);
    }
  }

  function tallest(slides) {
    return Math.max.apply(null, Array.prototype.map.call(slides.children, function (one) {
      return one.getBoundingClientRect().bottom + window.scrollY;
    }));
  }

  function show(html) {
    /* Whoever holds a button of this part keeps it: its name and value find it again. */
    var held = document.activeElement;
    var name = held && place.contains(held) && held.name;
    place.innerHTML = html;
    fit();
    var same = name && Array.prototype.filter.call(place.querySelectorAll('button'), function (one) {
      return one.name === name && one.value === held.value;
    })[0];
    if (same) { same.focus(); }
  }

  function ask() {
    var number = asking += 1;
    clearTimeout(timer);
    fetch(place.dataset.part, { credentials: 'same-origin', cache: 'no-store', headers: tag ? { 'If-None-Match': tag } : {} }).then(function (response) {
      if (response.redirected) { location.assign(response.url.replace(/\/parte$/, '')); return null; }
      if (response.status !== 304 && !response.ok) { throw new Error(String(response.status)); }
      seconds = parseFloat(response.headers.get('X-Again')) || seconds;
      return response.status === 304 ? null : response.text().then(function (html) {
        if (number !== asking) { return; }
        tag = response.headers.get('ETag') || '';
        show(html);
      });
    }).then(function () { seen = Date.now(); tell(); again(); }, again);
  }

  function tell() {
    var old = Date.now() - seen;
    if (!age) { return; }
    age.hidden = old <= OLD;
    document.body.classList.toggle('is-old', old > OLD);
    if (old > OLD) { age.textContent = document.body.dataset.old.replace('{seconds}', Math.round(old / 1000)); }
  }

  function quietly(form, button) {
    var told = new FormData(form);
    if (button && button.name) { told.append(button.name, button.value); button.disabled = true; }
    fetch(form.action, { method: 'POST', credentials: 'same-origin', body: new URLSearchParams(told) }).then(ask, ask).then(function () {
      if (button) { button.disabled = false; }
    });
  }

  if (!place || !window.fetch || !window.URLSearchParams) { return; }
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('button');
    if (button && button.form && button.form.hasAttribute('data-quiet')) {
      event.preventDefault();
      quietly(button.form, button);
    }
  });
  document.addEventListener('keydown', function (event) {
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    Array.prototype.forEach.call(document.querySelectorAll('[data-key]'), function (button) {
      if (button.dataset.key.split(' ').indexOf(event.key) >= 0) { event.preventDefault(); quietly(button.form, button); }
    });
  });
  /* A phone that was asleep asks at once. */
  document.addEventListener('visibilitychange', function () { if (!document.hidden) { ask(); } });
  window.addEventListener('resize', fit);
  fit();
  setInterval(tell, 1000);
  again();
}());
