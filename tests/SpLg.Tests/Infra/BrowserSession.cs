using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Cookie = Microsoft.Playwright.Cookie;

namespace SpLg.Tests.Infra;

/// <summary>One Chromium without a window and with a profile of its own.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    /// <summary>
    /// It is not to talk to anybody but the site under test; the sandbox needs rights that a container seldom gives.
    /// </summary>
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright driver;
    private readonly IBrowser browser;

    private BrowserSession(IPlaywright driver, IBrowser browser)
    {
        this.driver = driver;
        this.browser = browser;
    }

    public static async Task<BrowserSession> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(
            playwright,
            await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = ChromiumFactAttribute.Chromium,
                    Headless = true,
                    Args = Flags,
                }
            )
        );
    }

    /// <summary>
    /// What axe finds on the page as it is shown: a line for each violation, with the element. Sees too that nobody has
    /// to scroll it sideways at 320 pixels, which is 1280 at 400 %
    /// (https://www.w3.org/WAI/WCAG21/Understanding/reflow).
    /// </summary>
    /// <param name="cookies">Name and value, for the address's host.</param>
    public async Task<IReadOnlyList<string>> ViolationsAsync(
        Uri address,
        params IReadOnlyList<(string Name, string Value)> cookies
    )
    {
        var page = await browser.NewPageAsync();
        try
        {
            await page.Context.AddCookiesAsync(
                cookies.Select(c => new Cookie
                {
                    Name = c.Name,
                    Value = c.Value,
                    Url = address.GetLeftPart(UriPartial.Authority),
                })
            );
            var answer = await page.GotoAsync(address.AbsoluteUri);
            Assert.True(answer is { Ok: true }, $"{address} answered {answer?.Status}.");
            var result = await page.RunAxe(
                new()
                {
                    RunOnly = new()
                    {
                        Type = "tag",
                        Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
                    },
                }
            );
            // A run that applied no rules would find nothing either.
            Assert.True(result.Passes.Length > 10, $"axe tried only {result.Passes.Length} rules on {address}.");
            await page.SetViewportSizeAsync(320, 640);
            var beside = await page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            Assert.True(beside <= 0, $"{address} is {beside} pixels wider than a screen of 320.");
            return
            [
                .. result.Violations.SelectMany(v =>
                    v.Nodes.Select(n => $"{address.AbsolutePath}: {v.Id}: {v.Help}: {n.Html}")
                ),
            ];
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        driver.Dispose();
    }
}
