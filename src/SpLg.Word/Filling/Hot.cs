using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>
/// For what runs for every cell: compiled at full strength the first time. A document is often the only one a process
/// writes, and the runtime's own steps towards fast code (measured: 2 µs a row against 6) would come too late for it.
/// </summary>
internal static class Hot
{
    public const MethodImplOptions Path = MethodImplOptions.AggressiveOptimization;
}
