package nl.beleidstafel.collab.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;
import nl.beleidstafel.base.Limits;

/// Lets a client know what was wrong with a frame that the WebSocket layer itself refuses. Left
/// alone, that layer closes the connection while the rest of the frame is still coming in: the
/// network answers with a reset, the close code is lost, and a client with too large a change would
/// send it again for ever. With the guard what still comes is thrown away unread until the line is
/// closed properly.
final class FrameGuard extends ChannelInboundHandlerAdapter {
  private static final String NAME = "frame-guard";

  private final Consumer<Boolean> refused;
  private boolean draining;

  /// @param refused called once, on the event loop, with whether the frame was too big
  private FrameGuard(Consumer<Boolean> refused) {
    this.refused = refused;
  }

  /// Puts the guard behind the decoder of this socket's pipeline, before anything was decoded.
  static void install(ChannelPipeline pipeline, Consumer<Boolean> refused) {
    ChannelHandlerContext decoder = pipeline.context(WebSocket13FrameDecoder.class);
    if (decoder != null) {
      String name = decoder.name();
      WebSocketDecoderConfig config =
          WebSocketDecoderConfig.newBuilder()
              .expectMaskedFrames(true)
              .allowExtensions(false)
              .maxFramePayloadLength(Limits.FRAME_SIZE_MAX_BYTES)
              .closeOnProtocolViolation(false)
              .build();
      pipeline.replace(name, name, new WebSocket13FrameDecoder(config));
      pipeline.addAfter(name, NAME, new FrameGuard(refused));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause.getCause() instanceof CorruptedWebSocketFrameException corrupted) {
      refuse(context, corrupted);
    } else if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      refuse(context, corrupted);
    } else {
      context.fireExceptionCaught(cause);
    }
  }

  private void refuse(ChannelHandlerContext context, CorruptedWebSocketFrameException corrupted) {
    if (!draining) {
      draining = true;
      context.pipeline().remove(WebSocket13FrameDecoder.class);
      refused.accept(corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (draining) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }
}
