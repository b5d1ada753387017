namespace JuryBot.Pages;

/// <summary>Sends forms that say <c>data-lost</c> without leaving their page: when no answer comes, that sentence is said and what was typed stays. Its buttons are
/// in an element of class <c>save</c>. Going back leads to the form as it was left, and the browser asks before what is not saved goes. Without it the form works as any other.</summary>
internal static class FormScript
{
    public static PageScript Page { get; } = new("""
        (() => {
          const seen = [];
          let [at, typed] = [0, false];
          const show = page => {
            [document.title] = page;
            document.querySelector('main').replaceWith(page[1]);
            const first = page[1].querySelector('[autofocus]') ?? page[1].querySelector('h1');
            first.tabIndex = -1;
            first.focus();
          };
          history.replaceState(0, '');
          addEventListener('popstate', event => {
            if (!Number.isInteger(event.state) || event.state === at) return;
            seen[at] = [document.title, document.querySelector('main')];
            at = event.state;
            if (seen[at]) show(seen[at]); else location.reload();
          });
          addEventListener('input', () => { typed = true; });
          addEventListener('beforeunload', event => { if (typed) event.preventDefault(); });
          document.addEventListener('submit', async event => {
            const [form, button] = [event.target, event.submitter];
            if (!form.dataset.lost) return;
            event.preventDefault();
            if (form.ariaBusy === 'true') return;
            const entered = new FormData(form);
            if (button?.name) entered.append(button.name, button.value);
            form.ariaBusy = 'true';
            form.querySelector('.lost')?.remove();
            try {
              const answer = await fetch(location.pathname + location.search, { method: 'POST', body: new URLSearchParams(entered) });
              if (answer.status === 429 || answer.status >= 500) throw answer.status;
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              if (answer.redirected) { typed = false; location.assign(answer.url); return; }
              seen[at] = [document.title, document.querySelector('main')];
              seen.length = ++at;
              history.pushState(at, '');
              show([page.title, page.querySelector('main')]);
            } catch {
              const said = document.createElement('p');
              said.className = 'notice bad lost';
              said.setAttribute('role', 'alert');
              said.textContent = form.dataset.lost;
              form.querySelector('.save').prepend(said);
            } finally {
              form.ariaBusy = null;
            }
          });
        })();
        """);
}
