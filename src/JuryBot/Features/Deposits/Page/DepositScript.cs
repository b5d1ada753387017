using JuryBot.Pages;

namespace JuryBot.Features.Deposits.Page;

/// <summary>Shows how far an upload has come, and keeps the chosen files when it is refused or fails. Without it the form works as any other.</summary>
internal static class DepositScript
{
    public static PageScript Page { get; } = new("""
        (() => {
          const bind = () => {
            const form = document.querySelector('form[data-limit]');
            if (!form) return;
            const [bar, said, button] = ['progress', '[role=status]', 'button'].map(what => form.querySelector(what));
            const stop = text => { bar.hidden = true; button.disabled = false; said.textContent = text; };
            form.addEventListener('submit', event => {
              event.preventDefault();
              document.querySelectorAll('.notice').forEach(notice => notice.remove());
              const size = [...form.querySelector('input[type=file]').files].reduce((sum, file) => sum + file.size, 0);
              if (size > Number(form.dataset.limit)) { stop(form.dataset.large); return; }
              const sending = new XMLHttpRequest();
              sending.open('POST', location.pathname + location.search);
              sending.upload.onprogress = now => { if (now.lengthComputable) bar.value = 100 * now.loaded / now.total; };
              sending.onerror = () => stop(form.dataset.failed);
              sending.onload = () => {
                const page = new DOMParser().parseFromString(sending.responseText, 'text/html');
                const [main, notice] = [page.querySelector('main'), page.querySelector('.notice')];
                if (sending.status === 200 || !notice) { document.querySelector('main').replaceWith(main); bind(); }
                else { stop(''); form.before(notice); }
                document.querySelector('.notice')?.focus();
              };
              bar.value = 0; bar.hidden = false; button.disabled = true; said.textContent = form.dataset.sending;
              sending.send(new FormData(form));
            });
          };
          bind();
        })();
        """);
}
