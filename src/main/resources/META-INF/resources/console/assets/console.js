// Conveniences only: every page works without this script.

// Copies what a button names.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}

// What is folded is printed, too; of a year only what was opened.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open]):not(.unprinted):not(.bookings details)')];
  opened.forEach((details) => { details.open = true; });
});
addEventListener('afterprint', () => {
  opened.forEach((details) => { details.open = false; });
});

// Says that the service works on what was sent, and sends nothing twice.
const busy = document.getElementById('busy');
const SOON = 300;
const DOWNLOAD = 8000;
let telling;
const idle = () => {
  clearTimeout(telling);
  busy.textContent = '';
  for (const button of document.querySelectorAll('button[data-busy]')) {
    button.disabled = false;
    button.removeAttribute('data-busy');
  }
};
addEventListener('submit', (event) => {
  if (event.defaultPrevented || event.target.method !== 'post') {
    return;
  }
  telling = setTimeout(() => { busy.textContent = busy.dataset.text; }, SOON);
  // Only now: a button that is disabled earlier does not send its own value.
  setTimeout(() => {
    for (const button of document.querySelectorAll('button[type=submit]:enabled')) {
      button.disabled = true;
      button.dataset.busy = '';
    }
  });
  // What is downloaded leaves the page as it is, and no event tells that it has come.
  if (event.submitter && event.submitter.value === 'annotated') {
    setTimeout(idle, DOWNLOAD);
  }
});
// Who comes back finds the page as it was before it was sent.
addEventListener('pageshow', idle);

// A choice takes effect at once.
for (const control of document.querySelectorAll('form.filter:not([data-waits]) select')) {
  control.addEventListener('change', () => control.form.requestSubmit());
}

// Says that a file is too large before it is sent.
for (const input of document.querySelectorAll('input[type=file][data-most]')) {
  input.addEventListener('change', () => {
    const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
    input.setCustomValidity(size > Number(input.dataset.most)
      ? (document.documentElement.lang === 'en' ? 'At most 5 MB.' : '最多 5 MB。') : '');
    input.reportValidity();
  });
}

// How far a simulation is, without taking the focus from whoever is about to cancel it.
const progress = document.querySelector('progress[data-running]');
const look = async () => {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('progress[data-running]');
    if (!now) {
      location.reload();
      return;
    }
    progress.value = now.value;
    for (const id of ['progress-text', 'state']) {
      document.getElementById(id).textContent = page.getElementById(id).textContent;
    }
  } catch {
    // The next look may find it again.
  }
  setTimeout(look, 1000);
};
if (progress) {
  setTimeout(look, 1000);
}
