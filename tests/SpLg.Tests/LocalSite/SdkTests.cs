using System.Net.Http.Headers;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.Checkin;
using Microsoft.Graph.Drives.Item.Items.Item.Copy;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Kiota.Abstractions.Authentication;

namespace SpLg.Tests.LocalSite;

/// <summary>The .NET SDK as others use it, with its own handlers, finds the local site to be Graph.</summary>
public sealed class SdkTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Site_lists_columns_rows_versions_and_changes()
    {
        await using var site = await RunningSite.StartAsync(output);
        using var sdk = new Sdk(site);
        // The builder escapes the colon and the slashes.
        var found = await sdk.Graph.Sites["localhost:/sites/informationssakerhet"].GetAsync();
        Assert.Equal(site.SiteId, found!.Id);
        var lists = sdk.Graph.Sites[site.SiteId].Lists;
        Assert.Contains((await lists.GetAsync())!.Value!, list => list.DisplayName == "Incidenter");

        var made = await lists.PostAsync(
            new()
            {
                DisplayName = "Prov",
                Columns =
                [
                    new() { Name = "Antal", Number = new() },
                    new()
                    {
                        Name = "Val",
                        Choice = new() { Choices = ["A", "B"] },
                    },
                ],
                ListProp = new() { Template = "genericList" },
            }
        );
        var list = lists[made!.Id];
        var column = await list.Columns.PostAsync(new() { Name = "Extra", Text = new() });
        Assert.Contains((await list.Columns.GetAsync())!.Value!, c => c.Id == column!.Id);
        Assert.Equal("Prov två", (await list.PatchAsync(new() { DisplayName = "Prov två" }))!.DisplayName);

        var row = await list.Items.PostAsync(
            new()
            {
                Fields = new()
                {
                    AdditionalData = new Dictionary<string, object> { ["Title"] = "Ett", ["Antal"] = 1 },
                },
            }
        );
        var item = list.Items[row!.Id];
        await item.Fields.PatchAsync(
            new() { AdditionalData = new Dictionary<string, object> { ["Title"] = "Två" } },
            r => r.Headers.Add("If-Match", row.ETag!)
        );
        var stale = await Assert.ThrowsAsync<ODataError>(() =>
            item.Fields.PatchAsync(
                new() { AdditionalData = new Dictionary<string, object> { ["Title"] = "Tre" } },
                r => r.Headers.Add("If-Match", row.ETag!)
            )
        );
        Assert.Equal(412, stale.ResponseStatusCode);
        var read = await item.GetAsync(r => r.QueryParameters.Expand = ["fields($select=Title,Antal)"]);
        Assert.Equal("Två", read!.Fields!.AdditionalData["Title"]);

        var versions = (await item.Versions.GetAsync())!.Value!;
        Assert.Equal(["2.0", "1.0"], versions.Select(v => v.Id));
        await item.Versions["1.0"].RestoreVersion.PostAsync();
        Assert.Equal(
            "Ett",
            (await item.GetAsync(r => r.QueryParameters.Expand = ["fields"]))!.Fields!.AdditionalData["Title"]
        );

        var changes = await list.Items.Delta.GetAsDeltaGetResponseAsync();
        Assert.Single(changes!.Value!);
        await item.DeleteAsync();
        var after = await list.Items.Delta.WithUrl(changes.OdataDeltaLink!).GetAsDeltaGetResponseAsync();
        Assert.NotNull(Assert.Single(after!.Value!).Deleted);
    }

    [Fact]
    public async Task Files_their_versions_copies_and_changes()
    {
        await using var site = await RunningSite.StartAsync(output);
        using var sdk = new Sdk(site);
        var drive = await sdk.Graph.Sites[site.SiteId].Lists["Arbetsdokument"].Drive.GetAsync();
        var items = sdk.Graph.Drives[drive!.Id].Items;
        var file = await sdk
            .Graph.Drives[drive.Id]
            .Root.ItemWithPath("Rapport åäö.txt")
            .Content.PutAsync(new MemoryStream("1"u8.ToArray()));
        var item = items[file!.Id];
        await item.Checkout.PostAsync();
        await item.Content.PutAsync(new MemoryStream("22"u8.ToArray()));
        await item.Checkin.PostAsync(new CheckinPostRequestBody { Comment = "Klart", CheckInAs = "published" });
        await item.Checkout.PostAsync();
        await item.DiscardCheckout.PostAsync();
        Assert.Equal("22", await TextAsync(item));

        var first = (await item.Versions.GetAsync())!.Value!.Last();
        await item.Versions[first.Id].RestoreVersion.PostAsync();
        Assert.Equal("1", await TextAsync(item));

        await item.Copy.PostAsync(new CopyPostRequestBody { Name = "Kopia.txt" });
        var children = (await items["root"].Children.GetAsync())!.Value!;
        Assert.Equal(["Kopia.txt", "Rapport åäö.txt"], children.Select(c => c.Name));

        var changes = await items["root"].Delta.GetAsDeltaGetResponseAsync();
        Assert.Equal(2, changes!.Value!.Count(c => c.File is not null));
        await item.DeleteAsync();
        var after = await items["root"].Delta.WithUrl(changes.OdataDeltaLink!).GetAsDeltaGetResponseAsync();
        var gone = Assert.Single(after!.Value!);
        Assert.Equal((file.Id, true), (gone.Id, gone.Deleted is not null));

        var session = await sdk
            .Graph.Drives[drive.Id]
            .Root.ItemWithPath("stor.bin")
            .CreateUploadSession.PostAsync(new CreateUploadSessionPostRequestBody { Item = new() });
        var task = new LargeFileUploadTask<DriveItem>(
            session!,
            new MemoryStream(new byte[700_000]),
            327_680,
            sdk.Graph.RequestAdapter
        );
        Assert.True((await task.UploadAsync()).UploadSucceeded);
        Assert.NotEmpty((await items["root"].Permissions.GetAsync())!.Value!);
    }

    [Fact]
    public async Task Pages_mail_and_batches()
    {
        await using var site = await RunningSite.StartAsync(output);
        using var sdk = new Sdk(site);
        var pages = sdk.Graph.Sites[site.SiteId].Pages;
        var page = await pages.PostAsync(PageBody.New("prov.aspx", new("Prov", "Beskrivning", ["<p>Text</p>"])));
        Assert.Contains((await pages.GraphSitePage.GetAsync())!.Value!, p => p.Id == page!.Id);
        var read = await pages[page!.Id].GraphSitePage.GetAsync(r => r.QueryParameters.Expand = ["canvasLayout"]);
        var part = Assert.Single(
            Assert.Single(Assert.Single(read!.CanvasLayout!.HorizontalSections!).Columns!).Webparts!
        );
        Assert.Contains("Text", Assert.IsType<TextWebPart>(part).InnerHtml, StringComparison.Ordinal);

        // The members of the action are written with capital letters.
        await sdk
            .Graph.Users["karin.lindqvist@exempel.se"]
            .SendMail.PostAsync(
                new SendMailPostRequestBody
                {
                    Message = new()
                    {
                        Subject = "Hej",
                        Body = new() { Content = "x", ContentType = BodyType.Text },
                        ToRecipients = [new() { EmailAddress = new() { Address = "bo@exempel.se" } }],
                    },
                    SaveToSentItems = false,
                }
            );

        var batch = new BatchRequestContentCollection(sdk.Graph);
        var lists = await batch.AddBatchRequestStepAsync(sdk.Graph.Sites[site.SiteId].Lists.ToGetRequestInformation());
        var missing = await batch.AddBatchRequestStepAsync(
            sdk.Graph.Sites[site.SiteId].Lists["Finns inte"].ToGetRequestInformation()
        );
        var answers = await sdk.Graph.Batch.PostAsync(batch);
        Assert.NotEmpty((await answers.GetResponseByIdAsync<ListCollectionResponse>(lists)).Value!);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await answers.GetResponsesStatusCodesAsync())[missing]);
    }

    private static async Task<string> TextAsync(Microsoft.Graph.Drives.Item.Items.Item.DriveItemItemRequestBuilder item)
    {
        using var reader = new StreamReader((await item.Content.GetAsync())!);
        return await reader.ReadToEndAsync();
    }

    private sealed class Sdk : IDisposable
    {
        private readonly HttpClient http;

        public Sdk(RunningSite site)
        {
            http = GraphClientFactory.Create();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "app");
            Graph = new(http, new AnonymousAuthenticationProvider(), site.Server.GraphAddress.AbsoluteUri.TrimEnd('/'));
        }

        public GraphServiceClient Graph { get; }

        public void Dispose()
        {
            Graph.Dispose();
            http.Dispose();
        }
    }
}
