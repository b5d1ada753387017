namespace JuryBot.Pages;

/// <summary>Sends forms that are <see cref="Kept"/> without leaving their page: when no answer comes, that is said and what was typed stays. It is said above the buttons where
/// they are in an element of class <c>save</c>. Going back leads to the form as it was left, and the browser asks before what is not saved goes. Without it the form works as any other.</summary>
internal static class FormScript
{
    private static readonly Texts Texts = Texts.Of("Pages");

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
              (form.querySelector('.save') ?? form).prepend(said);
            } finally {
              form.ariaBusy = null;
            }
          });
        })();
        """);

    /// <summary>What marks a form that is sent so: the sentence that is said when no answer comes.</summary>
    public static Html Kept(string language) => $" data-lost=\"{Texts.Get(language, "Lost")}\"";
}
