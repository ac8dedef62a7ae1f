namespace SpLg.Tests.Infra;

/// <summary>
/// The collected facts about Graph (strict schema, recorded answers) that lie beside the repository and are not part
/// of it. Where they are absent every use says so aloud and the test has nothing to compare with.
/// </summary>
internal static class GraphMaterial
{
    /// <summary>The repository root: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder of the material, or null (said aloud) when it is not there.</summary>
    public static string? TryPath(string relative, Action<string> say)
    {
        var path = Path.Combine(Root, "..", "shared", relative);
        if (Path.Exists(path))
            return Path.GetFullPath(path);
        say($"NOT CHECKED: '{relative}' is not beside this repository, so nothing was compared with it.");
        return null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SpLg.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"SpLg.sln was not found above {AppContext.BaseDirectory}.");
    }
}
