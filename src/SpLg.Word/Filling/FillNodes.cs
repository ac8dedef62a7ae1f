using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>Steps over a sequence of nodes.</summary>
internal static class FillNodes
{
    public static bool HasHeadings(this FillNode[] nodes) => Array.Exists(nodes, n => n.HasHeadings);

    [MethodImpl(Hot.Path)]
    public static void Write(this FillNode[] nodes, FillRun run)
    {
        foreach (var node in nodes)
            node.Write(run);
    }

    public static void CollectHeadings(this FillNode[] nodes, FillRun run)
    {
        foreach (var node in nodes)
        {
            if (node.HasHeadings)
                node.CollectHeadings(run);
        }
    }
}
