using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace JuryBot.Sandbox.Processes;

/// <summary>Free ports on localhost.</summary>
internal static class Ports
{
    private const int First = 15_000, Last = 32_000;
    private static readonly ConcurrentDictionary<int, bool> given = new();

    /// <param name="preferred">The port to take if nobody listens on it; 0 for any.</param>
    public static int Choose(int preferred = 0) => preferred != 0 && IsFree(preferred) ? preferred : Any();

    private static bool IsFree(int port) => Free(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || Free(IPAddress.IPv6Loopback, port));

    private static bool Free(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.AddressNotAvailable; // no such address here, so nobody is on it
        }
    }

    // Below where the system takes ports for outgoing connections, and each only once in this process: nobody takes one between its choice
    // and its use.
    private static int Any()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            if (given.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }
    }
}
